import java.io.FileInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.VeraPDFFoundry;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.TestAssertion.Status;
import org.verapdf.pdfa.results.ValidationResult;

/** validate-pdf.sh calls it: kinds separated by commas, then files. Exits 0, 1 (some do not conform) or 2. */
public class ValidatePdf {
  public static void main(String[] arguments) {
    try {
      System.exit(allConform(arguments) ? 0 : 1);
    } catch (Exception fault) {
      System.err.println(fault);
      System.exit(2);
    }
  }

  private static boolean allConform(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    List<PDFAFlavour> kinds = new ArrayList<>();
    for (String name : arguments[0].split(",")) {
      PDFAFlavour kind = PDFAFlavour.fromString(name);
      // An unknown name would otherwise be a check of nothing, which every file passes.
      if (kind == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("No such kind of PDF: " + name);
      kinds.add(kind);
    }
    boolean all = true;
    for (String file : List.of(arguments).subList(1, arguments.length)) {
      for (PDFAFlavour kind : kinds) all &= conforms(file, kind);
    }
    return all;
  }

  private static boolean conforms(String file, PDFAFlavour kind) throws Exception {
    VeraPDFFoundry foundry = Foundries.defaultInstance();
    try (InputStream stream = new FileInputStream(file);
        PDFAParser parser = foundry.createParser(stream, kind);
        PDFAValidator validator = foundry.createValidator(kind, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println(file + " " + kind.getId() + " " + (result.isCompliant() ? "conforms" : "FAILS"));
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (assertion.getStatus() != Status.FAILED) continue;
        System.out.println("  clause " + assertion.getRuleId().getClause() + "-"
            + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage());
      }
      return result.isCompliant();
    }
  }
}
