declare module 'virtual:shipped-rules' {
  /** The rules of `public/rules`, by folder name. */
  export const shippedRules: readonly import('./shipped-rule.ts').ShippedRule[];
}
declare module 'virtual:shipped-samples' {
  /** The addresses of the first rule's sample files, relative to the page. */
  export const shippedSampleAddresses: readonly string[];
}
