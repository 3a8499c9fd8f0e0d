import { Panel } from 'react-resizable-panels';
import { Divider, Splitter } from './components/Splitter.tsx';
import { Dock } from './Dock.tsx';
import { RulePane } from './panels/rule-editor/RulePane.tsx';

/** The rule and its panels: one above the other, or side by side above the rows where the window is narrow. */
export function RuleSide({ isNarrow }: { readonly isNarrow: boolean }) {
  return (
    <Splitter id={isNarrow ? 'narrow-left' : 'left'} orientation={isNarrow ? 'horizontal' : 'vertical'}>
      <Panel id="rule" defaultSize={isNarrow ? '58%' : '62%'} minSize={isNarrow ? '300px' : '120px'} data-part="">
        <RulePane />
      </Panel>
      <Divider label={isNarrow ? 'Width of the panels' : 'Height of the rule'} />
      <Panel id="dock" minSize={isNarrow ? '280px' : '36px'} data-part="">
        <Dock />
      </Panel>
    </Splitter>
  );
}
