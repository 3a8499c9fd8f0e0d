/** A message in Common Event Format. */
export interface CefMessage {
  readonly vendor: string;
  readonly product: string;
  readonly version: string;
  /** The id of its kind of event, which its product gives it. */
  readonly classId: string;
  readonly name: string;
  readonly severity: string;
  /** The extension's keys and values, in their order. */
  readonly extension: readonly (readonly [string, string])[];
}

const PART = String.raw`\|((?:[^|\\]|\\.)*)`;
const HEADER = new RegExp(`^CEF: ?\\d+${PART.repeat(6)}(?:\\|(.*))?$`, 's');
/** A key begins after a blank and ends at an equals sign; one within a value has a backslash before it. */
const KEY = /(?:^|\s)([\w.[\]-]{1,128})=/g;

/**
 * The parts of a message; undefined when it is none.
 * @see https://www.microfocus.com/documentation/arcsight/arcsight-smartconnectors-8.4/pdfdoc/cef-implementation-standard/cef-implementation-standard.pdf
 */
export function cefMessage(text: string): CefMessage | undefined {
  const match = HEADER.exec(text);
  if (match === null) return undefined;
  const [vendor, product, version, classId, name, severity] = match
    .slice(1, 7)
    .map((part) => part.replace(/\\(.)/gs, '$1').trim());
  return { vendor, product, version, classId, name, severity, extension: extensionOf(match[7] ?? '') };
}

function extensionOf(text: string): readonly (readonly [string, string])[] {
  const keys = [...text.matchAll(KEY)];
  return keys.map((key, at) => {
    const value = text.slice(key.index + key[0].length, keys[at + 1]?.index ?? text.length);
    return [key[1], value.trim().replace(/\\([\\=|nr])/g, (_, escaped: string) => ESCAPED[escaped] ?? escaped)];
  });
}

const ESCAPED: { readonly [letter: string]: string } = { n: '\n', r: '\r' };
