import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { useMemo } from 'react';
import styles from './Markdown.module.css';

/** Markdown as a page. HTML inside it is shown as text, and links of other protocols than the web's lose their address. */
export default function Markdown({ text }: { readonly text: string }) {
  const html = useMemo(() => micromark(text, { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] }), [text]);
  // biome-ignore lint/security/noDangerouslySetInnerHtml: micromark escapes HTML and unsafe addresses by default.
  return <div className={styles.markdown} dangerouslySetInnerHTML={{ __html: html }} />;
}
