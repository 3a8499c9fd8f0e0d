import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Plugin, runnerImport } from 'vite';
import { kustoLanguageService } from './kusto-language-service-plugin.ts';
import { samplesOfRule, shippedRuleNames } from './shipped-samples.ts';

const rulesModule = 'virtual:shipped-rules';
const samplesModule = 'virtual:shipped-samples';

/**
 * Gives `virtual:shipped-rules`: the rules of `public/rules` with their plans, compiled when the page is built. And
 * `virtual:shipped-samples`: which samples the first of them has, for what asks for these before it has the rules.
 */
export function shippedRules(): Plugin {
  let rulesFolder = '';
  return {
    name: 'shipped-rules',
    configResolved: ({ root }) => {
      rulesFolder = path.join(root, 'public/rules');
    },
    resolveId: (id) => (id === rulesModule || id === samplesModule ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${samplesModule}`) {
        const samples = samplesOfRule(rulesFolder, shippedRuleNames(rulesFolder)[0]);
        return `export const shippedSampleAddresses = ${JSON.stringify(samples)};`;
      }
      if (id !== `\0${rulesModule}`) return undefined;
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
