/// What a reference is, in 16 bits, as it lies in a snapshot's column and in a `.heap` file.
///
/// Bits 0–7 kind, 8–9 strength, 10–11 label form, 12 untraced, 13 inferred, 14–15 zero.
package struct ReferenceDescriptor: RawRepresentable, Hashable, Sendable, BitwiseCopyable {
  /// What the number in the label column means.
  package enum LabelForm: UInt16, Sendable, BitwiseCopyable {
    case none = 0
    case name = 1
    case index = 2
    case object = 3
  }

  package let rawValue: UInt16

  package init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  package init(
    kind: ReferenceKind, strength: ReferenceStrength, labelForm: LabelForm, isUntraced: Bool, isInferred: Bool
  ) {
    rawValue =
      UInt16(kind.rawValue) | UInt16(strength.rawValue) << 8 | labelForm.rawValue << 10
      | (isUntraced ? 1 << 12 : 0) | (isInferred ? 1 << 13 : 0)
  }

  // A kind from a later minor version reads as unknown.
  package var kind: ReferenceKind {
    ReferenceKind(rawValue: UInt8(truncatingIfNeeded: rawValue)) ?? .unknown
  }

  package var strength: ReferenceStrength {
    switch rawValue >> 8 & 3 {
    case 0: .strong
    case 1: .weak
    case 2: .unowned
    default: .unmanaged
    }
  }

  package var labelForm: LabelForm {
    switch rawValue >> 10 & 3 {
    case 0: .none
    case 1: .name
    case 2: .index
    default: .object
    }
  }

  package var isUntraced: Bool { rawValue & 1 << 12 != 0 }
  package var isInferred: Bool { rawValue & 1 << 13 != 0 }

  package static let unusedBits: UInt16 = 0xC000
}
