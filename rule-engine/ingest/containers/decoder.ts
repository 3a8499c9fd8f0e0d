/** Why no more is decoded for now: the window is full, more input is needed, or all is decoded. */
export type DecodeStop = 'full' | 'hungry' | 'ended';

/** Decodes compressed input into an output window; it was made with both. */
export interface Decoder {
  /** Decodes as far as it can. @throws when the data are damaged, or their end is missing: what was decoded is in the window */
  decode(): DecodeStop;
}

export function missingEnd(): Error {
  return new Error('its end is missing');
}
