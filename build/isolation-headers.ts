/**
 * The headers by which a page may share memory with its workers, to be sent with the page and its workers' scripts: it lets
 * in nothing from elsewhere, and shares its process with no other site (https://web.dev/articles/coop-coep).
 */
export const isolationHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
} as const;
