import { Panel } from 'react-resizable-panels';
import { Divider, Splitter } from './components/Splitter.tsx';
import { Dock } from './Dock.tsx';
import { RulePane } from './panels/rule-editor/RulePane.tsx';

/** The rule and its panels: one above the other, or side by side where they have the window's whole width, and it is enough. */
export function RuleSide({ isWide }: { readonly isWide: boolean }) {
  return (
    <Splitter id={isWide ? 'narrow-left' : 'left'} orientation={isWide ? 'horizontal' : 'vertical'}>
      <Panel id="rule" defaultSize={isWide ? '58%' : '62%'} minSize={isWide ? '300px' : '120px'} data-part="">
        <RulePane />
      </Panel>
      <Divider label={isWide ? 'Width of the panels' : 'Height of the rule'} />
      <Panel id="dock" minSize={isWide ? '280px' : '36px'} data-part="">
        <Dock />
      </Panel>
    </Splitter>
  );
}
