import { type AsimSchema, hasAny, isAnyOf, windowsAccount } from './asim-parser.ts';
import { sysmonEvents, XML_TEXT } from './asim-sysmon.ts';

/** Defender's types of values by ASIM's names. */
const VALUE_TYPES = `
  let valueTypes = datatable(RegistryValueType: string, TypeName: string)[
    "None", "Reg_None", "String", "Reg_Sz", "ExpandString", "Reg_Expand_Sz", "Binary", "Reg_Binary", "Dword", "Reg_DWord",
    "MultiString", "Reg_Multi_Sz", "QWord", "Reg_QWord"];`;

const DEFENDER = `DeviceRegistryEvents
    | lookup valueTypes on RegistryValueType
    | project TimeGenerated = coalesce(TimeGenerated, Timestamp), Type = "DeviceRegistryEvents",
        EventVendor = "Microsoft", EventProduct = "M365 Defender for Endpoint", EventType = ActionType,
        EventOriginalUid = tostring(ReportId), DvcId = DeviceId, DvcHostname = DeviceName, Dvc = DeviceName,
        RegistryKey = iff(ActionType in ("RegistryKeyDeleted", "RegistryValueDeleted"), PreviousRegistryKey, RegistryKey),
        RegistryValue = iff(ActionType == "RegistryValueDeleted", PreviousRegistryValueName, RegistryValueName),
        RegistryValueType = TypeName, RegistryValueData,
        RegistryKeyModified = iff(ActionType == "RegistryKeyRenamed", PreviousRegistryKey, ""),
        RegistryValueModified = iff(ActionType == "RegistryValueSet", PreviousRegistryValueName, ""),
        RegistryValueDataModified = PreviousRegistryValueData,
        ActorUsername = ${windowsAccount('InitiatingProcessAccountDomain', 'InitiatingProcessAccountName')},
        ActorUserId = InitiatingProcessAccountSid, ActingProcessName = InitiatingProcessFolderPath,
        ActingProcessCommandLine = InitiatingProcessCommandLine, ActingProcessId = tostring(InitiatingProcessId),
        ActingProcessCreationTime = InitiatingProcessCreationTime,
        ParentProcessName = InitiatingProcessParentFileName, ParentProcessId = tostring(InitiatingProcessParentId)`;

const FIELDS = ['EventType', 'Image', 'ProcessId', 'ProcessGuid', 'User', 'TargetObject', 'Details', 'NewName'];

/** A value's name is the last part of what Sysmon calls the target of an event about a value. */
const SYSMON = `${sysmonEvents([12, 13, 14], FIELDS)}
    | extend OfValue = EventType in ("SetValue", "DeleteValue", "RenameValue")
    | project TimeGenerated, Type, EventVendor = "Microsoft", EventProduct = "Sysmon",
        EventType = case(EventType == "CreateKey", "RegistryKeyCreated", EventType == "DeleteKey", "RegistryKeyDeleted",
          EventType == "RenameKey", "RegistryKeyRenamed", EventType == "SetValue", "RegistryValueSet",
          EventType == "DeleteValue", "RegistryValueDeleted", EventType),
        EventOriginalType = tostring(EventID), DvcHostname = Computer, DvcOs = "Windows",
        RegistryKey = iff(OfValue, extract(@"^(.*)\\\\[^\\\\]*$", 1, TargetObject), TargetObject),
        RegistryValue = iff(OfValue, extract(@"([^\\\\]*)$", 1, TargetObject), ""), RegistryValueData = Details,
        ActorUsername = User, ActingProcessName = Image, ActingProcessId = ProcessId,
        ActingProcessGuid = trim(@"[{}]", ProcessGuid)`;

/** @see https://learn.microsoft.com/azure/sentinel/normalization-schema-registry-event */
export const asimRegistryEvent: AsimSchema = {
  name: 'RegistryEvent',
  description:
    "Activity with the registry of ASimRegistryEventLogs, DeviceRegistryEvents and Sysmon, in ASIM's registry event schema.",
  parameters: [
    'eventtype_in: dynamic = dynamic([])',
    'actorusername_has_any: dynamic = dynamic([])',
    'registrykey_has_any: dynamic = dynamic([])',
    'registryvalue_has_any: dynamic = dynamic([])',
    'registrydata_has_any: dynamic = dynamic([])',
    'dvchostname_has_any: dynamic = dynamic([])',
  ],
  sources: `${XML_TEXT}${VALUE_TYPES}
  let defender = ${DEFENDER};
  let sysmon = ${SYSMON};
  let events = union defender, sysmon, (ASimRegistryEventLogs | extend Type = "ASimRegistryEventLogs");`,
  filters: `${isAnyOf('eventtype_in', 'EventType')}${hasAny('actorusername_has_any', 'ActorUsername')}${hasAny('registrykey_has_any', 'RegistryKey')}${hasAny('registryvalue_has_any', 'RegistryValue')}${hasAny('registrydata_has_any', 'RegistryValueData')}${hasAny('dvchostname_has_any', 'DvcHostname')}`,
  derived: `
  | extend EventCount = coalesce(EventCount, int(1)), EventStartTime = coalesce(EventStartTime, TimeGenerated),
      EventEndTime = coalesce(EventEndTime, TimeGenerated), EventSchema = "RegistryEvent",
      EventResult = coalesce(EventResult, "Success"), Dvc = coalesce(Dvc, DvcHostname), Username = ActorUsername,
      User = ActorUsername, Process = ActingProcessName, CommandLine = ActingProcessCommandLine`,
};
