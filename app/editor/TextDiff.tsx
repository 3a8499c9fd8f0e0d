import { useEffect, useRef } from 'react';
import { composeQuery, type Segments } from '../../rule-engine/index.ts';
import './editor.css';
import { ruleEditorOptions } from './editor-options.ts';
import { KUSTO } from './monaco/kusto-language.ts';
import { editor } from './monaco/monaco.ts';
import { followTheme } from './monaco/themes.ts';
import { ruleModels } from './rule-models.ts';

followTheme();

interface TextDiffProps {
  /** The version to compare with. */
  readonly before: Segments;
}

/** The text of a version and the text as it stands, with what differs; to read. */
export function TextDiff({ before }: TextDiffProps) {
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (container.current === null) return;
    const shown = editor.createDiffEditor(container.current, {
      ...ruleEditorOptions,
      readOnly: true,
      originalEditable: false,
      renderSideBySide: true,
      useInlineViewWhenSpaceIsLimited: true,
      hideUnchangedRegions: { enabled: true },
      renderOverviewRuler: false,
      lineNumbers: 'off',
    });
    const original = editor.createModel(composeQuery(before).text, KUSTO);
    shown.setModel({ original, modified: ruleModels().model('whole') });
    return () => {
      shown.dispose();
      original.dispose();
    };
  }, [before]);
  return <div ref={container} className="rule-editor" />;
}
