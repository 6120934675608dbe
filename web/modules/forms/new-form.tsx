import { useNavigate } from '@tanstack/react-router';
import { formCode } from '#domain/forms/form.ts';
import { useWords } from '#web/lib/words.ts';
import { NamedDrawer } from '#web/ui/named-drawer.tsx';
import { useForms, useWriteDraft } from './api.ts';
import { blankForm } from './editing.ts';
import { formWords } from './words.ts';

/** A form of the clinic's own: a code that stays, a name, and a first draft. */
export function NewFormDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(formWords);
  const navigate = useNavigate();
  const write = useWriteDraft();
  const taken = useForms().data?.items.map(({ code }) => code) ?? [];
  return (
    <NamedDrawer
      title={say('new')}
      open={open}
      onClose={onClose}
      codes={{ shape: formCode, taken }}
      onBegin={async ({ code, ...name }) => {
        await write.mutateAsync({ version: 0, definition: blankForm(code, name) });
        void navigate({ to: '/forms/$code', params: { code } });
      }}
    />
  );
}
