import type { DynamicValue } from '../schema/value.ts';
import type { ScalarFunction } from './function.ts';
import { ofText } from './of-text.ts';

/** URLs: their parts and their escapes. */
export const urlFunctions: readonly ScalarFunction[] = [
  ofText('parse_url', parseUrl, 'parseurl'),
  ofText(
    'parse_urlquery',
    (text) => new Map([['Query Parameters', queryParameters(text.replace(/^\?/, ''))]]),
    'parseurlquery',
  ),
  ofText('url_encode', (text) => encodeUrl(text).replace(/%20/g, '+')),
  ofText('url_encode_component', encodeUrl),
  ofText('url_decode', decodeUrl),
];

/** Escapes in small letters all but ASCII letters and digits and `-_.!*()`. */
function encodeUrl(text: string): string {
  return encodeURIComponent(wellFormed(text))
    .replace(/[~']/g, (char) => `%${char.charCodeAt(0).toString(16)}`)
    .replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
}

/** Lone surrogates have no UTF-8: they become U+FFFD. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

function decodeUrl(text: string): string {
  return text.replace(/\+/g, ' ').replace(/(?:%[0-9a-fA-F]{2})+/g, (escapes) => {
    const bytes = Uint8Array.from(escapes.slice(1).split('%'), (byte) => Number.parseInt(byte, 16));
    return new TextDecoder().decode(bytes);
  });
}

const URL_PARTS =
  /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?:\/\/(?:([^@/?#]*)@)?(\[[^\]]*\]|[^/?#:]*)(?::(\d*))?)?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

function parseUrl(text: string): DynamicValue {
  const [, scheme = '', user = '', host = '', port = '', path = '', query = '', fragment = ''] =
    URL_PARTS.exec(text) ?? [];
  const [username, ...password] = user.split(':');
  return new Map<string, DynamicValue>([
    ['Scheme', scheme],
    ['Host', host],
    ['Port', port],
    ['Path', path],
    ['Username', username],
    ['Password', password.join(':')],
    ['Query Parameters', queryParameters(query)],
    ['Fragment', fragment],
  ]);
}

function queryParameters(query: string): DynamicValue {
  const parameters = new Map<string, DynamicValue>();
  for (const pair of query.split('&')) {
    const equals = pair.indexOf('=');
    if (pair !== '')
      parameters.set(equals < 0 ? pair : pair.slice(0, equals), equals < 0 ? '' : pair.slice(equals + 1));
  }
  return parameters;
}
