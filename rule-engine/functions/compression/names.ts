/** The names of `compressionFunctions`, known before they are loaded. */
export const compressionFunctionNames: readonly string[] = [
  'gzip_compress_to_base64_string',
  'gzip_decompress_from_base64_string',
  'zlib_compress_to_base64_string',
  'zlib_decompress_from_base64_string',
];
