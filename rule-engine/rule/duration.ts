const minutesOf = { m: 1, h: 60, d: 24 * 60 } as const;

/** The minutes of `5m`, `1h`, `14d`, or of an ISO 8601 duration (`PT5M`, `P1D`, `P1DT12H`); undefined for others. */
export function durationMinutes(text: string): number | undefined {
  const short = /^\s*(\d+)\s*([mhd])\s*$/i.exec(text);
  if (short !== null) return Number(short[1]) * minutesOf[short[2].toLowerCase() as keyof typeof minutesOf];
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/i.exec(text.trim());
  if (iso === null || !/\d/.test(text)) return undefined;
  const [days, hours, minutes] = iso.slice(1).map((part) => Number(part ?? 0));
  return (days * 24 + hours) * 60 + minutes;
}

/** Minutes in the largest unit that holds them: `1d`, `36h`, `5m`. */
export function shortDuration(minutes: number): string {
  if (minutes > 0 && minutes % minutesOf.d === 0) return `${minutes / minutesOf.d}d`;
  return minutes > 0 && minutes % minutesOf.h === 0 ? `${minutes / minutesOf.h}h` : `${minutes}m`;
}

/** Minutes as an ISO 8601 duration: `P1D`, `PT36H`, `PT5M`. */
export function isoDuration(minutes: number): string {
  const short = shortDuration(minutes).toUpperCase();
  return short.endsWith('D') ? `P${short}` : `PT${short}`;
}
