/** One sentence on each string operator: which of them match terms and which match characters is what rules get wrong. */
const help: Readonly<Record<string, string>> = {
  has: 'matches whole terms, ignoring case: the needle must not be cut out of a longer run of letters and digits',
  '!has': 'true where `has` is false',
  has_cs: 'as `has`, but case-sensitive',
  '!has_cs': 'true where `has_cs` is false',
  has_any: 'true when any of the values `has` one of the terms, ignoring case',
  has_all: 'true when the value `has` all of the terms, ignoring case',
  hasprefix: 'true when a term begins with the needle, ignoring case',
  hasprefix_cs: 'true when a term begins with the needle, case-sensitive',
  hassuffix: 'true when a term ends with the needle, ignoring case',
  hassuffix_cs: 'true when a term ends with the needle, case-sensitive',
  contains: 'matches characters anywhere, ignoring case; slower than `has` and matches inside words',
  '!contains': 'true where `contains` is false',
  contains_cs: 'as `contains`, but case-sensitive',
  startswith: 'true when the value begins with the needle, ignoring case',
  startswith_cs: 'true when the value begins with the needle, case-sensitive',
  endswith: 'true when the value ends with the needle, ignoring case',
  endswith_cs: 'true when the value ends with the needle, case-sensitive',
  '=~': 'equal, ignoring case',
  '!~': 'not equal, ignoring case',
  '==': 'equal, case-sensitive',
  '!=': 'not equal, case-sensitive',
  in: 'equal to one of the values, case-sensitive',
  'in~': 'equal to one of the values, ignoring case',
  '!in': 'equal to none of the values, case-sensitive',
  '!in~': 'equal to none of the values, ignoring case',
  'matches regex': 'true when the regular expression matches somewhere in the value',
  between: 'true when the value lies in the range, both ends included',
  '!between': 'true when the value lies outside the range',
};

/** What a string operator does, in one sentence; undefined for any other text. */
export function operatorHelp(operator: string): string | undefined {
  return Object.hasOwn(help, operator) ? help[operator] : undefined;
}
