import { Button, QRCode } from 'antd';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { Loaded } from '#web/ui/states.tsx';
import { usePoster, useRenewPoster } from './api.ts';
import { deskSettingsWords } from './words.ts';

/** The code that hangs at the door, for customers with an appointment to check in by themselves. */
export function PosterPanel({ clinicId }: { clinicId: string }) {
  const say = useWords(deskSettingsWords);
  const dates = useDates(clinicId);
  const tell = useTell();
  const confirm = useConfirm();
  const poster = usePoster(clinicId);
  const renew = useRenewPoster(clinicId);
  const takeDown = () =>
    void confirm({
      title: say('poster.renew'),
      text: say('poster.renew.text'),
      yes: say('poster.renew'),
      onYes: async () => {
        await renew.mutateAsync();
        tell.done(say('poster.renewed'));
      },
    });
  return (
    <section className="panel">
      <header className="panel-head">
        <div>
          <h2>{say('poster.title')}</h2>
          <p className="soft">{say('poster.about')}</p>
        </div>
        <Button onClick={takeDown}>{say('poster.renew')}</Button>
      </header>
      <Loaded of={poster}>
        {({ path, renewedAt }) => (
          <div className="line">
            <QRCode value={location.origin + path} size={168} type="svg" />
            <div>
              <code style={{ overflowWrap: 'anywhere' }}>{location.origin + path}</code>
              <p className="soft">{say('poster.since', { at: dates.shortDateTime(renewedAt) })}</p>
            </div>
          </div>
        )}
      </Loaded>
    </section>
  );
}
