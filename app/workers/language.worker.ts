import { builtInTables } from '../../rule-engine/schema/catalogue.ts';
import { createLanguageSession } from '../../rule-engine/session/language-session.ts';
import type { LanguageMethods } from '../../rule-engine/session/protocol/language-methods.ts';
import { type Port, serve } from '../../rule-engine/session/serve.ts';

serve<LanguageMethods>(self as unknown as Port, createLanguageSession(builtInTables));
