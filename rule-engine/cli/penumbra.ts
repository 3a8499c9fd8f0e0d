/** A command: what stands after its name → the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

/** Each command's file is loaded when it is called: the KQL service alone takes a second. */
const commands: Readonly<Record<string, Command>> = {
  batch: async () => (await import('./batch.ts')).batch(),
  check: async (files) => (await import('./check.ts')).check(files),
  convert: async (args) => (await import('./convert.ts')).convertCommand(args),
  eval: async (args) => (await import('./eval.ts')).evalCommand(args),
  inspect: async (files) => (await import('./inspect.ts')).inspect(files),
  test: async (args) => (await import('./test.ts')).testCommand(args),
};

export async function main([name, ...args]: readonly string[]): Promise<number> {
  const command = name === undefined ? undefined : commands[name];
  if (command !== undefined) return command(args);
  process.stderr.write(`Usage: penumbra ${Object.keys(commands).join('|')} ...\n`);
  return name === undefined || name === 'help' || name === '--help' ? 0 : 2;
}

process.exitCode = await main(process.argv.slice(2));
