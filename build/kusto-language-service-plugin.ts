import type { Plugin } from 'vite';

const SCRIPT = /@kusto[\\/]language-service-next[\\/].*\.js(\?.*)?$/;
const SIGNATURE_LINE = /^\/\/ SIG \/\/.*$/gm;

/**
 * Lets `@kusto/language-service-next` be imported as a module. Its two files are sloppy-mode global scripts that write
 * `Bridge`, `System` and `Kusto` to the global object; each becomes a module of one side effect, without its signature block.
 */
export function kustoLanguageService(): Plugin {
  return {
    name: 'kusto-language-service',
    enforce: 'pre',
    config: () => ({ optimizeDeps: { exclude: ['@kusto/language-service-next'] } }),
    transform(code, id) {
      if (!SCRIPT.test(id)) return undefined;
      const script = code.replace(SIGNATURE_LINE, '');
      // Indirect: a module is strict, and the scripts read `this` as the global object and redeclare names.
      return {
        code: `(function(module,exports,define,require){${script}\n}).call(globalThis);\nexport {};\n`,
        map: null,
      };
    },
  };
}
