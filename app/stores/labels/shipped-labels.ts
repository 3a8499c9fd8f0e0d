import { shippedRules } from 'virtual:shipped-rules';

/** The addresses of the files that label the rules' samples, each beside them. */
export const shippedLabels: readonly string[] = shippedRules
  .filter(({ samples }) => samples.length > 0)
  .map(({ samples }) => samples[0].replace(/[^/]*$/, 'labels.ndjson'));
