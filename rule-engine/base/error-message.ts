/** What a thrown value says. Microsoft's service throws objects that are no `Error`: their text is in `Message`. */
export function messageOf(error: unknown): string {
  const foreign = (error as { readonly Message?: unknown } | null | undefined)?.Message;
  if (typeof foreign === 'string') return foreign;
  return error instanceof Error ? error.message : String(error);
}
