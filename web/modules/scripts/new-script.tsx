import { useNavigate } from '@tanstack/react-router';
import { scriptCode } from '#domain/scripts/script.ts';
import { useWords } from '#web/lib/words.ts';
import { NamedDrawer } from '#web/ui/named-drawer.tsx';
import { useScripts, useWriteDraft } from './api.ts';
import { blankScript } from './editing.ts';
import { scriptsWords } from './words.ts';

/** A script of the clinic's own: a code that stays, a name, and a first draft. */
export function NewScriptDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const say = useWords(scriptsWords);
  const navigate = useNavigate();
  const write = useWriteDraft();
  const taken = useScripts().data?.items.map(({ code }) => code) ?? [];
  return (
    <NamedDrawer
      title={say('new')}
      open={open}
      onClose={onClose}
      codes={{ shape: scriptCode, taken }}
      onBegin={async ({ code, ...name }) => {
        await write.mutateAsync({ code, version: 0, definition: blankScript(code, name) });
        void navigate({ to: '/scripts/$code', params: { code } });
      }}
    />
  );
}
