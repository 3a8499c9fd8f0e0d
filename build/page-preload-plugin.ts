import type { HtmlTagDescriptor, Plugin } from 'vite';

/**
 * Lets the browser fetch the page's code and styles at once, though the script that asks for them (`app/main.ts`) must
 * come and run before: else they would come one after the other.
 */
export function pagePreload(): Plugin {
  return {
    name: 'page-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const page = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/app/page.tsx'));
        if (!page) throw new Error('The page is not a chunk of its own');
        const missing = [page.fileName, ...page.imports].filter((file) => !html.includes(file));
        const scripts = missing.map((file) => tag('modulepreload', file));
        const styles = [...(page.viteMetadata?.importedCss ?? [])].map((file) => tag('stylesheet', file));
        return [...scripts, ...styles];
      },
    },
  };
}

function tag(rel: string, file: string): HtmlTagDescriptor {
  return { tag: 'link', attrs: { rel, crossorigin: true, href: `./${file}` }, injectTo: 'head' };
}
