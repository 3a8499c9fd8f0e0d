/**
 * The headers by which a page may share memory with its workers, of the page and of its workers' scripts: it lets in nothing
 * from elsewhere, and shares its process with no other site (https://web.dev/articles/coop-coep).
 */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;

/** The response with those headers. */
export function isolated(response: Response): Response {
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(isolationHeaders)) headers.set(name, value);
  return new Response(response.body, { status, statusText, headers });
}
