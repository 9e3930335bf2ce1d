namespace Training.Reports.Pdf;

public enum Align
{
    Left,
    Center,
    Right,
}
