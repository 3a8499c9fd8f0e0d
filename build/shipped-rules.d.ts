declare module 'virtual:shipped-rules' {
  /** The rules of `public/rules`, by folder name. */
  export const shippedRules: readonly import('./shipped-rule.ts').ShippedRule[];
}
