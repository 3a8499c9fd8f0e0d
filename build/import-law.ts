import path from 'node:path';
import { parse } from 'yaml';

/** The folders of a section from the lowest up, each with what it may import; all by paths within the section's folder. */
type Section = ReadonlyMap<string, readonly string[]>;

/** Which folder may import which, as `import-law.yaml` says it. */
export interface ImportLaw {
  /** By the folder that a section is about; `.` is the project's. */
  readonly sections: ReadonlyMap<string, Section>;
  /** The folders that alone may import a package, by its name. */
  readonly packages: Section;
}

/** An import that the law forbids. */
export interface Refusal {
  /** What may be imported, or by whom. */
  readonly allowed: string;
  /** The folder whose section forbids it. */
  readonly section: string;
}

/** The lines of each section; one that names nothing is null. */
type Written = Readonly<Record<string, Readonly<Record<string, string | null>> | null>>;

/** Reads the law. Throws where a folder may import what does not stand above it: that is how circles begin. */
export function readImportLaw(text: string): ImportLaw {
  const { packages, ...sections } = parse(text) as Written;
  return {
    sections: new Map(Object.entries(sections).map(([folder, lines]) => [folder, sectionOf(folder, lines ?? {})])),
    packages: new Map(Object.entries(packages ?? {}).map(([name, line]) => [name, namesOf(line)])),
  };
}

function sectionOf(folder: string, lines: NonNullable<Written[string]>): Section {
  const section = new Map<string, readonly string[]>();
  for (const [name, line] of Object.entries(lines)) {
    const above = [...section.keys()];
    const allowed = line === 'above' ? above : namesOf(line);
    const low = allowed.find((each) => !above.some((other) => isWithin(each, other)));
    if (low !== undefined) throw new Error(`${path.posix.join(folder, low)} does not stand above ${name}`);
    section.set(name, allowed);
  }
  return section;
}

function namesOf(line: string | null): readonly string[] {
  return line?.split(', ') ?? [];
}

/** Why a file, by its path in the project, may not import what it names; undefined where it may. */
export function refusalOf(law: ImportLaw, file: string, imported: string): Refusal | undefined {
  return imported.startsWith('.')
    ? refusalOfFile(law, file, path.posix.join(path.posix.dirname(file), imported))
    : refusalOfPackage(law, file, imported);
}

function refusalOfFile({ sections }: ImportLaw, file: string, imported: string): Refusal | undefined {
  const common = commonFolder(file, imported);
  const section = sections.get(common);
  const from = path.posix.relative(common, file);
  if (!section || !from.includes('/')) return undefined;
  const line = [...section].find(([name]) => isWithin(from, name));
  const [folder, allowed] = line ?? [from.slice(0, from.indexOf('/')), []];
  if (allowed.some((each) => isWithin(path.posix.relative(common, imported), each))) return undefined;
  const names = allowed.length > 0 ? allowed.join(', ') : 'none';
  return { allowed: `of its neighbours ${path.posix.join(common, folder)} may import: ${names}`, section: common };
}

function refusalOfPackage({ packages }: ImportLaw, file: string, imported: string): Refusal | undefined {
  for (const [name, folders] of packages) {
    const isNamed = name.endsWith(':') ? imported.startsWith(name) : isWithin(imported, name);
    if (!isNamed || folders.some((folder) => isWithin(file, folder))) continue;
    return { allowed: `${name} is only for ${folders.join(', ')}`, section: '.' };
  }
  return undefined;
}

function isWithin(place: string, folder: string): boolean {
  return place === folder || place.startsWith(`${folder}/`);
}

/** The deepest folder that two files are in. */
function commonFolder(a: string, b: string): string {
  let folder = path.posix.dirname(a);
  while (folder !== '.' && !isWithin(b, folder)) folder = path.posix.dirname(folder);
  return folder;
}
