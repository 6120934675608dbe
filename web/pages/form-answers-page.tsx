import { useWords } from '#web/lib/words.ts';
import { AnswerTable } from '#web/modules/forms/answer-table.tsx';
import { formWords } from '#web/modules/forms/words.ts';
import { Page } from '#web/ui/page.tsx';

/** The file of answered forms. */
export function FormAnswersPage() {
  const say = useWords(formWords);
  return (
    <Page title={say('answers.title')} about={say('answers.about')}>
      <AnswerTable />
    </Page>
  );
}
