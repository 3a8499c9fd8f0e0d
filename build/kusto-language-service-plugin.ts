import type { Plugin } from 'vite';

const SCRIPT = /@kusto[\\/]language-service-next[\\/].*\.js(\?.*)?$/;
const TRAILING_LINES = /^\/\/(?: SIG \/\/|# sourceMappingURL=).*$/gm;
/** A script that is one assembly and nothing else: `Bridge.assembly("…", function(…) {…});`. */
const ASSEMBLY = /^(Bridge\.assembly\("[^"]*",)(function\([\s\S]*\})\);$/;

/**
 * Lets `@kusto/language-service-next` be imported as a module. Its two files are sloppy-mode global scripts that write
 * `Bridge`, `System` and `Kusto` to the global object; each becomes a module of one side effect, without its signature
 * block and source map.
 */
export function kustoLanguageService(): Plugin {
  return {
    name: 'kusto-language-service',
    enforce: 'pre',
    config: () => ({ optimizeDeps: { exclude: ['@kusto/language-service-next'] } }),
    transform(code, id) {
      if (!SCRIPT.test(id)) return undefined;
      // In parentheses a function is compiled at once: millions of characters would else be read twice before they run.
      const script = code.replace(TRAILING_LINES, '').trim().replace(ASSEMBLY, '$1($2));');
      // Indirect: a module is strict, and the scripts read `this` as the global object and redeclare names.
      return {
        code: `(function(module,exports,define,require){${script}\n}).call(globalThis);\nexport {};\n`,
        map: null,
      };
    },
  };
}
