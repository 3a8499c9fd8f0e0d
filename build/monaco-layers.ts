const folders = ['base', 'platform', 'editor/common', 'editor/browser', 'editor/contrib'];

/**
 * Monaco's layers as chunks, by the folders that its own rules keep apart: each imports only those below it. The page
 * loads them one after the other (`app/editor/monaco/monaco-layers.ts`). A lower one takes its modules first.
 */
export const monacoLayers = folders.map((folder, height) => ({
  name: `monaco-${folder.replace('editor/', '')}`,
  test: new RegExp(`/monaco-editor/esm/vs/(?:${folder}/.*${height === 0 ? '|nls|amdX' : ''})[^/]*\\.js$`),
  priority: folders.length - height,
}));

/**
 * What Vite loads chunks with. In a chunk of its own, since a module that several chunks need is else laid into any of
 * them: laid into a layer of Monaco, it makes the page load that layer before it shows anything.
 */
export const chunkLoader = { name: 'chunk-loader', test: /vite\/preload-helper/, priority: folders.length + 1 };
