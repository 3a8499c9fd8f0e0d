/** The tags that an exclusion's comment can carry, in the order in which they are written. */
export const exclusionTagNames = ['owner', 'ticket', 'expires', 'reason'] as const;

type ExclusionTagName = (typeof exclusionTagNames)[number];

export type ExclusionTags = Readonly<Partial<Record<ExclusionTagName, string>>>;

/** What the comment above an exclusion says. */
export interface ExclusionComment {
  /** The comment's first words, empty when it has none. */
  readonly name: string;
  /** The lines after the name that are no tags, joined by blanks. */
  readonly description: string;
  readonly tags: ExclusionTags;
}

const tag = /(?<!\S)@(owner|ticket|expires|reason)\b:?[^\S\r\n]*/i;

/**
 * Reads comment lines, given without their slashes. A tag's value runs to the next tag or the end of its line; several
 * tags may stand on one line, after the name too. The last of two equal tags counts.
 */
export function parseExclusionComment(lines: readonly string[]): ExclusionComment {
  const prose: string[] = [];
  const tags: Partial<Record<ExclusionTagName, string>> = {};
  for (const line of lines) {
    const [before, ...parts] = line.split(tag);
    if (before.trim() !== '') prose.push(before.trim());
    for (let i = 0; i < parts.length; i += 2) {
      tags[parts[i].toLowerCase() as ExclusionTagName] = parts[i + 1].trim();
    }
  }
  return { name: prose[0] ?? '', description: prose.slice(1).join(' '), tags };
}

/** The comment as lines with slashes, each ended by a line break. Empty when there is nothing to say. */
export function formatExclusionComment({ name, description, tags }: ExclusionComment): string {
  const lines = [name, description, ...exclusionTagNames.map((tag) => (tags[tag] ? `@${tag} ${tags[tag]}` : ''))];
  return lines
    .filter((line) => line !== '')
    .map((line) => `// ${line.replace(/[\r\n]+/g, ' ')}\n`)
    .join('');
}

/**
 * The first moment at which an exclusion no longer holds, in milliseconds since 1970: `@expires` names its last day,
 * `yyyy-MM-dd` in UTC. Undefined without the tag, NaN when it is no date.
 */
export function exclusionExpiry(tags: ExclusionTags): number | undefined {
  if (tags.expires === undefined) return undefined;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(tags.expires)) return Number.NaN;
  const day = new Date(`${tags.expires}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== tags.expires) return Number.NaN;
  return day.getTime() + 24 * 60 * 60 * 1000;
}
