import { Button } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { FormActions } from '../../components/FormActions.tsx';
import { dropSpoilt, saveSpoilt, useSpoiltRuleStore } from '../../stores/saved-rule/spoilt-rule.ts';
import styles from './SpoiltRule.module.css';

/** Says that the rule of the last visit could not be opened, and gives what is left of it. */
export function SpoiltRule() {
  const spoilt = useSpoiltRuleStore((state) => state.spoilt);
  if (spoilt === undefined) return null;
  const later = (): void => useSpoiltRuleStore.setState({ spoilt: undefined });
  return (
    <Dialog label="The rule of your last visit" onClose={later}>
      <div className={styles.body}>
        <h2>The rule of your last visit can’t be opened</h2>
        <p>
          What this browser kept of it is damaged, or of another version of this page. The shipped rule is open in its
          place. What is left can be saved as a file; it is kept here until you drop it.
        </p>
        <FormActions>
          <Button onClick={saveSpoilt}>Save what is left</Button>
          <Button kind="danger" onClick={dropSpoilt}>
            Drop it
          </Button>
          <Button kind="primary" onClick={later}>
            Go on with the shipped rule
          </Button>
        </FormActions>
      </div>
    </Dialog>
  );
}
