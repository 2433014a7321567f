$version: "2.0"

namespace alloy.common

/// An email address.
@trait(selector: ":test(string, member > string)")
structure emailFormat {}

/// A code of a country.
@trait(selector: ":test(string, member > string)")
structure countryCodeFormat {}

/// A code of a language.
@trait(selector: ":test(string, member > string)")
structure languageCodeFormat {}

/// A tag of a language.
@trait(selector: ":test(string, member > string)")
structure languageTagFormat {}

/// A color in hexadecimal digits.
@trait(selector: ":test(string, member > string)")
structure hexColorCodeFormat {}

/// An IP address.
@trait(selector: ":test(string, member > string)")
structure ipaddressFormat {}

/// A range of IP addresses.
@trait(selector: ":test(string, member > string)")
structure cidrFormat {}
