import { defineTable } from '../define-table.ts';

/** @see https://learn.microsoft.com/defender-xdr/advanced-hunting-deviceregistryevents-table */
export const deviceRegistryEvents = defineTable(
  'DeviceRegistryEvents',
  'Creation and modification of registry entries on devices.',
  `
  Timestamp datetime Date and time when the event was recorded
  TimeGenerated datetime The same time under the name that Microsoft Sentinel gives it
  DeviceId string Unique identifier for the device in the service
  DeviceName string Fully qualified domain name (FQDN) of the device
  ActionType string Type of activity that triggered the event
  RegistryKey string Registry key that the recorded action was applied to
  RegistryValueType string Data type, such as binary or string, of the registry value that the recorded action was applied to
  RegistryValueName string Name of the registry value that the recorded action was applied to
  RegistryValueData string Data of the registry value that the recorded action was applied to
  PreviousRegistryKey string Original registry key of the registry value before it was modified
  PreviousRegistryValueName string Original name of the registry value before it was modified
  PreviousRegistryValueData string Original data of the registry value before it was modified
  InitiatingProcessAccountDomain string Domain of the account that ran the process responsible for the event
  InitiatingProcessAccountName string User name of the account that ran the process responsible for the event
  InitiatingProcessAccountSid string Security Identifier (SID) of the account that ran the process responsible for the event
  InitiatingProcessAccountUpn string User principal name (UPN) of the account that ran the process responsible for the event
  InitiatingProcessAccountObjectId string Microsoft Entra object ID of the user account that ran the process responsible for the event
  InitiatingProcessSHA1 string SHA-1 of the process (image file) that initiated the event
  InitiatingProcessSHA256 string SHA-256 of the process (image file) that initiated the event
  InitiatingProcessMD5 string MD5 hash of the process (image file) that initiated the event
  InitiatingProcessFileName string Name of the process that initiated the event
  InitiatingProcessFileSize long Size of the file that ran the process responsible for the event
  InitiatingProcessVersionInfoCompanyName string Company name from the version information of the process (image file) responsible for the event
  InitiatingProcessVersionInfoProductName string Product name from the version information of the process (image file) responsible for the event
  InitiatingProcessVersionInfoProductVersion string Product version from the version information of the process (image file) responsible for the event
  InitiatingProcessVersionInfoInternalFileName string Internal file name from the version information of the process (image file) responsible for the …
  InitiatingProcessVersionInfoOriginalFileName string Original file name from the version information of the process (image file) responsible for the …
  InitiatingProcessVersionInfoFileDescription string Description from the version information of the process (image file) responsible for the event
  InitiatingProcessId long Process ID (PID) of the process that initiated the event
  InitiatingProcessCommandLine string Command line used to run the process that initiated the event
  InitiatingProcessCreationTime datetime Date and time when the process that initiated the event was started
  InitiatingProcessFolderPath string Folder containing the process (image file) that initiated the event
  InitiatingProcessParentId long Process ID (PID) of the parent process that spawned the process responsible for the event
  InitiatingProcessParentFileName string Name of the parent process that spawned the process responsible for the event
  InitiatingProcessParentCreationTime datetime Date and time when the parent of the process responsible for the event was started
  InitiatingProcessIntegrityLevel string Integrity level of the process that initiated the event
  InitiatingProcessTokenElevation string Token type indicating the presence or absence of User Access Control (UAC) privilege elevation …
  ReportId long Event identifier based on a repeating counter
  AppGuardContainerId string Identifier for the virtualized container used by Application Guard to isolate browser activity
  InitiatingProcessSessionId long Windows session ID of the initiating process
  IsInitiatingProcessRemoteSession bool Indicates whether the initiating process was run under a remote desktop protocol (RDP) session …
  InitiatingProcessRemoteSessionDeviceName string Device name of the remote device from which the initiating process’s RDP session was initiated
  InitiatingProcessRemoteSessionIP string IP address of the remote device from which the initiating process’s RDP session was initiated
  InitiatingProcessUniqueId string Unique identifier of the initiating process
  _BilledSize real The record size in bytes
  _IsBillable string Specifies whether ingesting the data is billable
  MachineGroup string Machine group of the machine
  SourceSystem string The type of agent the event was collected by
  TenantId string The Log Analytics workspace ID
  Type string The name of the table
`,
);
