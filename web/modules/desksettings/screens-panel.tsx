import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { AddWaitingScreen } from '#domain/reception/contract.ts';
import type { WaitingScreen } from '#domain/reception/contract.ts';
import { screenShows } from '#domain/reception/waiting-screen.ts';
import { useDates } from '#web/lib/dates.ts';
import { useWords } from '#web/lib/words.ts';
import { useConfirm, useTell } from '#web/ui/confirm.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { ShownOnce } from '#web/ui/shown-once.tsx';
import { EmptyState } from '#web/ui/states.tsx';
import { useAddScreen, useRevokeScreen, useScreens } from './api.ts';
import { deskSettingsWords } from './words.ts';

/** The screens on the walls of this clinic, each opened by a secret address that can be taken back. */
export function ScreensPanel({ clinicId }: { clinicId: string }) {
  const say = useWords(deskSettingsWords);
  const dates = useDates(clinicId);
  const tell = useTell();
  const confirm = useConfirm();
  const screens = useScreens(clinicId);
  const add = useAddScreen(clinicId);
  const revoke = useRevokeScreen();
  const { required, fits } = useFieldRules();
  const [isAdding, setAdding] = useState(false);
  const [shown, setShown] = useState<{ name: string; address: string } | null>(null);

  const takeBack = ({ id, name }: WaitingScreen) =>
    void confirm({
      title: say('screen.revoke.title', { name }),
      text: say('screen.revoke.text'),
      yes: say('screen.revoke'),
      onYes: async () => {
        await revoke.mutateAsync(id);
        tell.done(say('screen.revoked'));
      },
    });

  return (
    <section className="panel">
      <header className="panel-head">
        <div>
          <h2>{say('screen.title')}</h2>
          <p className="soft">{say('screen.about')}</p>
        </div>
        <Button onClick={() => setAdding(true)}>{say('screen.add')}</Button>
      </header>
      <DataTable
        label={say('screen.title')}
        rows={screens.data?.items}
        error={screens.error}
        onRetry={() => void screens.refetch()}
        empty={<EmptyState text={say('screen.none')} />}
        columns={[
          { key: 'name', title: say('screen.name'), leads: true, show: ({ name }) => name },
          { key: 'shows', title: say('screen.shows'), show: ({ shows }) => say(`screen.${shows}`) },
          {
            key: 'since',
            title: say('screen.since'),
            show: ({ createdAt, createdByName }) =>
              say('screen.by', { name: createdByName ?? '', at: dates.shortDateTime(createdAt) }),
          },
          {
            key: 'actions',
            title: '',
            align: 'right',
            show: (screen) => (
              <Button size="small" danger onClick={() => takeBack(screen)}>
                {say('screen.revoke')}
              </Button>
            ),
          },
        ]}
      />
      <FormDrawer<AddWaitingScreen>
        title={say('screen.add')}
        open={isAdding}
        onClose={() => setAdding(false)}
        start={{ shows: 'numbers' }}
        onSave={async (fields) => {
          const { screen, path } = await add.mutateAsync(fields);
          setShown({ name: screen.name, address: location.origin + path });
        }}
      >
        <Form.Item
          name="name"
          label={say('screen.name')}
          rules={[required, fits(AddWaitingScreen.shape.name)]}
        >
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="shows" label={say('screen.shows')} rules={[required]}>
          <Radio.Group options={screenShows.map((value) => ({ value, label: say(`screen.${value}`) }))} />
        </Form.Item>
      </FormDrawer>
      <Modal
        open={shown !== null}
        title={say('screen.shown', { name: shown?.name ?? '' })}
        onCancel={() => setShown(null)}
        footer={null}
      >
        <p>{say('screen.once')}</p>
        {shown && <ShownOnce text={shown.address} label={say('screen.title')} />}
      </Modal>
    </section>
  );
}
