import { languages } from './monaco.ts';

export const KUSTO = 'kusto';

// biome-ignore format: a table of words
const tabularOperators = [
  'as', 'consume', 'count', 'datatable', 'distinct', 'evaluate', 'extend', 'externaldata', 'facet', 'filter', 'find',
  'fork', 'getschema', 'invoke', 'join', 'let', 'limit', 'lookup', 'make-series', 'materialize', 'mv-apply',
  'mv-expand', 'order', 'parse', 'parse-kv', 'parse-where', 'partition', 'print', 'project', 'project-away',
  'project-keep', 'project-rename', 'project-reorder', 'range', 'reduce', 'render', 'sample', 'sample-distinct',
  'scan', 'search', 'serialize', 'sort', 'summarize', 'take', 'top', 'top-hitters', 'top-nested', 'union', 'where',
];

// biome-ignore format: a table of words
const scalarOperators = [
  'and', 'between', 'contains', 'contains_cs', 'endswith', 'endswith_cs', 'has', 'has_all', 'has_any', 'has_cs',
  'hasprefix', 'hasprefix_cs', 'hassuffix', 'hassuffix_cs', 'in', 'matches', 'not', 'or', 'regex', 'startswith',
  'startswith_cs',
];

// biome-ignore format: a table of words
const keywords = [
  'asc', 'by', 'default', 'desc', 'dynamic', 'first', 'from', 'kind', 'last', 'nulls', 'of', 'on', 'step', 'to',
  'typeof', 'with', 'true', 'false', 'null',
];

const types = ['bool', 'datetime', 'decimal', 'guid', 'int', 'long', 'real', 'string', 'timespan'];

const words = {
  '@tabularOperators': 'query-operator',
  '@scalarOperators': 'operator',
  '@keywords': 'keyword',
  '@types': 'type',
};

/** Colours by form alone, at once; what a name is bound to comes later from the language worker. */
const tokenizer: languages.IMonarchLanguage = {
  defaultToken: '',
  tabularOperators,
  scalarOperators,
  keywords,
  types,
  tokenizer: {
    root: [
      [/\/\/.*$/, 'comment'],
      [/[hH]?```/, { token: 'string', next: '@backticks' }],
      [/[hH]?~~~/, { token: 'string', next: '@tildes' }],
      [/[hH]?@"(?:[^"]|"")*"?/, 'string'],
      [/[hH]?@'(?:[^']|'')*'?/, 'string'],
      [/[hH]?"/, { token: 'string', next: '@doubleQuoted' }],
      [/[hH]?'/, { token: 'string', next: '@singleQuoted' }],
      [/\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:d|h|m|s|ms|microseconds?|ticks?)?\b/i, 'number'],
      [/[!=<>]=?~?|[+\-*/%]/, 'operator'],
      [/\|/, 'pipe'],
      [/!(?=[a-z])/, 'operator'],
      [/[a-zA-Z_$][\w$]*(?:-[a-z]+)*(?=\s*\()/, { cases: { ...words, '@default': 'function' } }],
      [
        /[a-zA-Z_$][\w$]*(?:-(?:away|keep|rename|reorder|expand|apply|series|where|kv|hitters|nested|distinct))?/,
        { cases: { ...words, '@default': 'identifier' } },
      ],
      [/[()[\]{}]/, '@brackets'],
      [/[,;:.]/, 'delimiter'],
    ],
    doubleQuoted: [
      [/[^\\"]+/, 'string'],
      [/\\./, 'string.escape'],
      [/"/, { token: 'string', next: '@pop' }],
      [/$/, { token: 'string', next: '@pop' }],
    ],
    singleQuoted: [
      [/[^\\']+/, 'string'],
      [/\\./, 'string.escape'],
      [/'/, { token: 'string', next: '@pop' }],
      [/$/, { token: 'string', next: '@pop' }],
    ],
    backticks: [
      [/```/, { token: 'string', next: '@pop' }],
      [/[^`]+|`/, 'string'],
    ],
    tildes: [
      [/~~~/, { token: 'string', next: '@pop' }],
      [/[^~]+|~/, 'string'],
    ],
  },
};

const configuration: languages.LanguageConfiguration = {
  comments: { lineComment: '//' },
  brackets: [
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
  ],
  autoClosingPairs: [
    { open: '(', close: ')', notIn: ['string', 'comment'] },
    { open: '[', close: ']', notIn: ['string', 'comment'] },
    { open: '{', close: '}', notIn: ['string', 'comment'] },
    { open: '"', close: '"', notIn: ['string', 'comment'] },
    { open: "'", close: "'", notIn: ['string', 'comment'] },
  ],
  surroundingPairs: [
    { open: '(', close: ')' },
    { open: '[', close: ']' },
    { open: '{', close: '}' },
    { open: '"', close: '"' },
    { open: "'", close: "'" },
  ],
  folding: { markers: { start: /^\s*\/\/\s*Begin\b/i, end: /^\s*\/\/\s*End\b/i } },
  indentationRules: { increaseIndentPattern: /^.*[([{]\s*(?:\/\/.*)?$/, decreaseIndentPattern: /^\s*[)\]}]/ },
};

/** Tells monaco of the language; its providers are registered apart. */
export function registerKusto(): void {
  languages.register({ id: KUSTO, extensions: ['.kql', '.csl'], aliases: ['KQL', 'Kusto'] });
  languages.setMonarchTokensProvider(KUSTO, tokenizer);
  languages.setLanguageConfiguration(KUSTO, configuration);
}
