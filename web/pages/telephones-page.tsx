import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { AddTelephone, type TelephoneSecret } from '#domain/evidence/contract.ts';
import { apiBase } from '#web/lib/http.ts';
import { useWords } from '#web/lib/words.ts';
import { useAddTelephone } from '#web/modules/evidence/api.ts';
import { ExtensionTable } from '#web/modules/evidence/extension-table.tsx';
import { TelephoneTable } from '#web/modules/evidence/telephone-table.tsx';
import { evidenceWords } from '#web/modules/evidence/words.ts';
import { useStaff } from '#web/modules/staff/api.ts';
import { useFieldRules } from '#web/ui/field-rules.ts';
import { FormDrawer } from '#web/ui/form-drawer.tsx';
import { Page } from '#web/ui/page.tsx';
import { ShownOnce } from '#web/ui/shown-once.tsx';

/** Telephone systems that tell of their calls themselves, and whose telephones they tell of. */
export function TelephonesPage() {
  const say = useWords(evidenceWords);
  const add = useAddTelephone();
  const staff = useStaff();
  const { required, fits } = useFieldRules();
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<TelephoneSecret | null>(null);

  return (
    <Page
      title={say('phones.title')}
      about={say('phones.about')}
      actions={
        <Button type="primary" onClick={() => setAdding(true)}>
          {say('phones.add')}
        </Button>
      }
    >
      <div className="rows">
        <TelephoneTable onSecret={setMade} />
        <ExtensionTable people={staff.data?.items ?? []} />
      </div>
      <FormDrawer<{ name: string }>
        title={say('phones.add')}
        open={adding}
        onClose={() => setAdding(false)}
        start={{}}
        onSave={async ({ name }) => setMade(await add.mutateAsync(name))}
      >
        <Form.Item
          name="name"
          label={say('phones.name')}
          extra={say('phones.name.hint')}
          rules={[required, fits(AddTelephone.shape.name)]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      </FormDrawer>
      <Modal
        open={made !== null}
        title={say('phones.secret.title')}
        footer={null}
        mask={{ closable: false }}
        onCancel={() => setMade(null)}
      >
        {made && (
          <div className="rows">
            <p style={{ margin: 0 }}>{say('phones.secret.text')}</p>
            {made.token && (
              <div>
                <div className="soft">{say('phones.secret.address')}</div>
                <ShownOnce
                  text={`${location.origin}${apiBase}/telephone-calls/${made.token}`}
                  label={say('phones.secret.address')}
                />
              </div>
            )}
            <div>
              <div className="soft">{say('phones.secret.secret')}</div>
              <ShownOnce text={made.secret} label={say('phones.secret.secret')} />
            </div>
            <p className="soft" style={{ margin: 0 }}>
              {say('phones.secret.how')}
            </p>
          </div>
        )}
      </Modal>
    </Page>
  );
}
