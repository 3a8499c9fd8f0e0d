/**
 * Monaco from its lowest layer up. Each is a chunk of its own (`monacoLayers` in the build), and a module of it loads all
 * of it: loaded one by one, none holds the page up for long.
 */
export const monacoLayers: readonly (() => Promise<unknown>)[] = [
  () => import('monaco-editor/base/common/lifecycle'),
  () => import('monaco-editor/platform/instantiation/common/instantiation'),
  () => import('monaco-editor/editor/common/core/range'),
  () => import('monaco-editor/editor/browser/editorExtensions'),
  () => import('monaco-editor/editor/contrib/message/browser/messageController'),
  () => import('./monaco.ts'),
];
