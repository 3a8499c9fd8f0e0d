/** What stands after a command's name. */
export interface CommandArguments {
  readonly positional: readonly string[];
  /** Each `--option` with what follows it, to the next option. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

/** A command called wrongly; `message` says how. */
export class UsageError extends Error {}

/**
 * Reads arguments. @param known the options that the command has, without dashes
 * @param single those of them that take one value: what follows that is positional again
 * @throws UsageError for an option that it has not
 */
export function parseArguments(
  args: readonly string[],
  known: readonly string[],
  single: readonly string[] = [],
): CommandArguments {
  const positional: string[] = [];
  const options = new Map<string, string[]>();
  let current = positional;
  let isSingle = false;
  for (const arg of args) {
    if (!arg.startsWith('--')) {
      current.push(arg);
      if (isSingle) current = positional;
      isSingle = false;
      continue;
    }
    const [name, ...value] = arg.slice(2).split('=');
    if (!known.includes(name)) throw new UsageError(`There is no option --${name}`);
    current = options.get(name) ?? [];
    options.set(name, current);
    isSingle = single.includes(name);
    if (value.length === 0) continue;
    current.push(value.join('='));
    if (isSingle) current = positional;
    isSingle = false;
  }
  return { positional, options };
}

/** The one value of an option; undefined when it is not given. @throws UsageError when it is not one of `allowed` */
export function optionValue<T extends string>(
  { options }: CommandArguments,
  name: string,
  allowed?: readonly T[],
): T | undefined {
  const values = options.get(name);
  if (values === undefined) return undefined;
  if (values.length !== 1) throw new UsageError(`--${name} takes one value`);
  const value = values[0] as T;
  if (allowed !== undefined && !allowed.includes(value)) {
    throw new UsageError(`--${name} is one of ${allowed.join(', ')}`);
  }
  return value;
}
