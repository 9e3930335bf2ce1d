namespace Training.Web.Access;

/// <summary>What another system may be allowed to do with an access token: the <c>scp</c> of Microsoft Entra.</summary>
public static class ApiScopes
{
    public const string ReadTrainingHours = "TrainingHours.Read";

    public static readonly IReadOnlyList<string> All = [ReadTrainingHours];
}
