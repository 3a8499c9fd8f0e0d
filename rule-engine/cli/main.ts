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

const usage = `Usage: penumbra ${Object.keys(commands).join('|')} ...\n`;

/**
 * The `penumbra` command. Gives the exit code: the command's own, 0 when help was asked for, 2 when none of the commands
 * was called.
 */
export async function main(
  [name, ...args]: readonly string[],
  tell: (text: string) => void = (text) => process.stderr.write(text),
): Promise<number> {
  if (name !== undefined && Object.hasOwn(commands, name)) return commands[name](args);
  const asksForHelp = name === 'help' || name === '--help';
  if (name !== undefined && !asksForHelp) tell(`There is no command ${name}\n`);
  tell(usage);
  return asksForHelp ? 0 : 2;
}
