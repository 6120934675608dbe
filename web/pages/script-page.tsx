import { Link, useParams } from '@tanstack/react-router';
import { useWording, useWords } from '#web/lib/words.ts';
import { CustomerSelect } from '#web/modules/customers/customer-select.tsx';
import { useScript } from '#web/modules/scripts/api.ts';
import { ScriptEditor } from '#web/modules/scripts/script-editor.tsx';
import { scriptsWords } from '#web/modules/scripts/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** One script: written, checked, tried on a customer, approved and published. */
export function ScriptPage() {
  const say = useWords(scriptsWords);
  const wording = useWording();
  const { code } = useParams({ from: '/inside/scripts/$code' });
  const script = useScript(code);
  return (
    <Loaded of={script}>
      {(script) => (
        <Page
          title={wording((script.draft ?? script.inForce)!.definition.name)}
          about={
            <>
              {say((script.draft ?? script.inForce)!.definition.isClinical ? 'clinical' : 'plain')} ·{' '}
              <Link to="/scripts">{say('title')}</Link>
            </>
          }
        >
          <ScriptEditor
            // Another version of the draft is another text to write on.
            key={`${code} ${script.draft?.version ?? 0} ${script.inForce?.version ?? 0}`}
            script={script}
            chooseCustomer={(value, onChange) => <CustomerSelect value={value} onChange={onChange} />}
          />
        </Page>
      )}
    </Loaded>
  );
}
