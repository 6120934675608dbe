import { Link, useParams } from '@tanstack/react-router';
import { useWording, useWords } from '#web/lib/words.ts';
import { useCard } from '#web/modules/recoverycards/api.ts';
import { CardEditor } from '#web/modules/recoverycards/card-editor.tsx';
import { recoveryCardWords } from '#web/modules/recoverycards/words.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** One recovery card: written, and approved by a doctor. */
export function RecoveryCardPage() {
  const say = useWords(recoveryCardWords);
  const wording = useWording();
  const { code } = useParams({ from: '/inside/recovery-cards/$code' });
  const card = useCard(code);
  return (
    <Loaded of={card}>
      {(card) => (
        <Page
          title={wording((card.waiting ?? card.inForce)!.definition.name)}
          about={<Link to="/recovery-cards">{say('title')}</Link>}
        >
          <CardEditor
            // Another version is another text to write on.
            key={`${code} ${card.version} ${card.inForce?.version ?? 0}`}
            card={card}
          />
        </Page>
      )}
    </Loaded>
  );
}
