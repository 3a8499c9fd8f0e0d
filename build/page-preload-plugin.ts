import type { HtmlTagDescriptor, Plugin } from 'vite';

/** What `app/main.ts` begins with, in this order. */
const entries = ['/app/start-workbench.ts', '/app/page.tsx'];

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
        const begun = entries.map((entry) => {
          const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(entry));
          if (!chunk) throw new Error(`${entry} is not a chunk of its own`);
          return chunk;
        });
        const files = new Set(begun.flatMap(({ fileName, imports }) => [fileName, ...imports]));
        const styles = new Set(begun.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]));
        const missing = [...files].filter((file) => !html.includes(file));
        return [
          ...missing.map((file) => tag('modulepreload', file)),
          ...[...styles].map((file) => tag('stylesheet', file)),
        ];
      },
    },
  };
}

function tag(rel: string, file: string): HtmlTagDescriptor {
  return { tag: 'link', attrs: { rel, crossorigin: true, href: `./${file}` }, injectTo: 'head' };
}
