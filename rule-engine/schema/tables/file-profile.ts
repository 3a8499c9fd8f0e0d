import { defineTable } from '../define-table.ts';

/**
 * What `FileProfile()` of Defender's advanced hunting knows of files. No log has it: the user's own list of files does.
 * @see https://learn.microsoft.com/defender-xdr/advanced-hunting-fileprofile-function
 */
export const fileProfile = defineTable(
  'FileProfile',
  'Files by hash, with how widespread they are and who signed them: what the function FileProfile() answers from.',
  `
  SHA1 string
  SHA256 string
  MD5 string
  FileSize int
  GlobalPrevalence int Number of instances of the file observed globally
  GlobalFirstSeen datetime When the file was first observed globally
  GlobalLastSeen datetime When the file was last observed globally
  Signer string
  Issuer string
  SignerHash string
  IsCertificateValid bool
  IsRootSignerMicrosoft bool
  SignatureState string SignedValid, SignedInvalid, Unsigned or Unknown
  IsExecutable bool
  ThreatName string
  Publisher string
  SoftwareName string
  ProfileAvailability string Available, Missing, Error or empty
`,
);
