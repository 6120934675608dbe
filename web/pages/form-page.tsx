import { Link, useParams } from '@tanstack/react-router';
import { useWording, useWords } from '#web/lib/words.ts';
import { useForm, useFormRules } from '#web/modules/forms/api.ts';
import { FormEditor } from '#web/modules/forms/form-editor.tsx';
import { formWords } from '#web/modules/forms/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** One form: written, checked, seen on a phone, and published. */
export function FormPage() {
  const say = useWords(formWords);
  const wording = useWording();
  const { code } = useParams({ from: '/inside/forms/$code' });
  const form = useForm(code);
  const rules = useFormRules();
  return (
    <Loaded of={form}>
      {(form) => (
        <Page
          title={wording((form.draft ?? form.inForce)!.definition.name)}
          about={<Link to="/forms">{say('title')}</Link>}
        >
          <Loaded of={rules}>
            {({ rules }) => (
              <FormEditor
                // Another version of the draft is another text to write on.
                key={`${code} ${form.draft?.version ?? 0} ${form.inForce?.version ?? 0}`}
                form={form}
                dimensions={rules.dimensions}
              />
            )}
          </Loaded>
        </Page>
      )}
    </Loaded>
  );
}
