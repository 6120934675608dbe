import { Link, useParams } from '@tanstack/react-router';
import type { Place } from '#domain/followups/protocol.ts';
import { useWording, useWords } from '#web/lib/words.ts';
import { CustomerSelect } from '#web/modules/customers/customer-select.tsx';
import { useForms } from '#web/modules/forms/api.ts';
import { AddSteps } from '#web/modules/protocols/add-steps.tsx';
import { useProtocol } from '#web/modules/protocols/api.ts';
import { ProtocolEditor } from '#web/modules/protocols/protocol-editor.tsx';
import { protocolWords } from '#web/modules/protocols/words.ts';
import { useScripts } from '#web/modules/scripts/api.ts';
import { useClinics, useTeams } from '#web/modules/staff/api.ts';
import { Page } from '#web/ui/page.tsx';
import { Loaded } from '#web/ui/states.tsx';

/** One protocol, drawn and edited. */
export function ProtocolPage() {
  const { code } = useParams({ from: '/inside/protocols/$code' });
  const say = useWords(protocolWords);
  const wording = useWording();
  const protocol = useProtocol(code);
  const teams = useTeams().data?.items ?? [];
  const clinics = useClinics().data?.items ?? [];
  const scripts = useScripts().data?.items ?? [];
  const forms = useForms().data?.items.filter(({ version }) => version !== null) ?? [];
  const view = protocol.data;
  const definition = (view?.draft ?? view?.history[0])?.definition;
  const nameOf = (place: Place) => {
    if (place === null) return '';
    const found =
      'clinicId' in place
        ? clinics.find(({ id }) => id === place.clinicId)
        : teams.find(({ id }) => id === place.teamId);
    return found?.name ?? '';
  };

  return (
    <Page
      title={definition ? wording(definition.name) : say('title')}
      about={
        <>
          <Link to="/protocols">{say('page.back')}</Link>
          {view && view.place !== null && ` · ${say('addition.of', { place: nameOf(view.place) })}`}
          {view && !view.mayEdit && ` · ${say('read.only')}`}
        </>
      }
      actions={
        view &&
        view.addsTo === null &&
        view.history.length > 0 && (
          <AddSteps definition={view.history[0]!.definition} clinics={clinics} teams={teams} />
        )
      }
    >
      <Loaded of={protocol}>
        {(view) => (
          <ProtocolEditor
            key={`${view.code} ${view.history.length} ${protocol.errorUpdateCount}`}
            view={view}
            teams={teams}
            scripts={scripts}
            forms={forms}
            chooseCustomer={(chosen, choose) => <CustomerSelect value={chosen} onChange={choose} />}
            onReload={() => void protocol.refetch()}
          />
        )}
      </Loaded>
    </Page>
  );
}
