import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import { kustoLanguageService } from './kusto-language-service-plugin.ts';

const moduleName = 'virtual:shipped-rules';
const resolvedName = `\0${moduleName}`;

/** Gives `virtual:shipped-rules`: the rules of `public/rules` with their plans, compiled when the page is built. */
export function shippedRules(): Plugin {
  let rulesFolder = '';
  return {
    name: 'shipped-rules',
    configResolved: ({ root }) => {
      rulesFolder = path.join(root, 'public/rules');
    },
    resolveId: (id) => (id === moduleName ? resolvedName : undefined),
    async load(id) {
      if (id !== resolvedName) return undefined;
      for (const file of readdirSync(rulesFolder, { recursive: true, encoding: 'utf8' })) {
        if (/\.(kql|md|yaml|json)$/.test(file)) this.addWatchFile(path.join(rulesFolder, file));
      }
      return `export const shippedRules = ${JSON.stringify(await compiledRules(rulesFolder))};`;
    },
  };
}

/** The compiler is TypeScript over Microsoft's scripts, so it runs through Vite as the page's own code does. */
async function compiledRules(rulesFolder: string): Promise<unknown> {
  const { module } = await runnerImport<typeof import('./compile-shipped-rules.ts')>(
    path.join(import.meta.dirname, 'compile-shipped-rules.ts'),
    {
      configFile: false,
      logLevel: 'error',
      plugins: [kustoLanguageService()],
      ssr: { noExternal: [/@kusto\/language-service-next/] },
    },
  );
  return module.compileShippedRules(rulesFolder);
}
